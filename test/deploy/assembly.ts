import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AdmZip from 'adm-zip'
import type { Objects } from './stand-in/aws/bucket.ts'
import { ACCOUNT, REGION } from './stand-in/template/physical.ts'
import type { Template } from './stand-in/template/template.ts'

interface Assets {
  files: Record<
    string,
    {
      displayName: string
      source: { path: string; packaging: 'zip' | 'file' }
      destinations: Record<string, { bucketName: string; objectKey: string }>
    }
  >
}

/** What `cdk synth` made: the templates, and all that a deployment uploads before. */
export interface Assembly {
  /** Of the stack. */
  name: string
  template: Template
  objects: Objects
  /** Where the upload is whose name begins so, such as `Ingest Nested Stack`. */
  keyOf(name: string): string
}

const place = (text: string) =>
  text.replace(/\$\{AWS::AccountId\}/g, ACCOUNT).replace(/\$\{AWS::Region\}/g, REGION)

function zipped(folder: string): Buffer {
  const zip = new AdmZip()
  zip.addLocalFolder(folder)
  return zip.toBuffer()
}

export function readAssembly(folder: string, stack: string): Assembly {
  const read = (name: string) => readFileSync(join(folder, name))
  const assets: Assets = JSON.parse(read(`${stack}.assets.json`).toString())
  const objects: Objects = new Map()
  const keys = new Map<string, string>()
  for (const { displayName, source, destinations } of Object.values(assets.files)) {
    const content = source.packaging === 'zip' ? zipped(join(folder, source.path)) : read(source.path)
    for (const { bucketName, objectKey } of Object.values(destinations)) {
      const key = place(`${bucketName}/${objectKey}`)
      objects.set(key, content)
      keys.set(displayName, key)
    }
  }
  return {
    name: stack,
    template: JSON.parse(read(`${stack}.template.json`).toString()),
    objects,
    keyOf(name) {
      const found = [...keys].find(([displayName]) => displayName.startsWith(name))
      if (!found) throw new Error(`no upload begins with ${name}: ${[...keys.keys()].join(', ')}`)
      return found[1]
    },
  }
}
