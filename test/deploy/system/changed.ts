import AdmZip from 'adm-zip'
import type { Assembly } from '../assembly.ts'

/** The app with an upload replaced. */
export function replaced(as: Assembly, name: string, change: (content: Buffer) => Buffer): Assembly {
  const objects = new Map(as.objects)
  const key = as.keyOf(name)
  objects.set(key, change(objects.get(key) ?? Buffer.alloc(0)))
  return { ...as, objects }
}

/** The app with the code of the API changed. */
export const withApiCode = (as: Assembly, change: (code: string) => string): Assembly =>
  replaced(as, 'Api/Api/Function', content => {
    const zip = new AdmZip(content)
    zip.updateFile('index.mjs', Buffer.from(change(zip.readAsText('index.mjs'))))
    return zip.toBuffer()
  })

/** The app with a newer version of the API, as the next synthesis would name its code and its version. */
export function nextVersion(as: Assembly, number: number, change: (code: string) => string): Assembly {
  const { objects, ...changed } = withApiCode(as, change)
  const key = as.keyOf('Api/Api/Function')
  const newer = key.replace(/[0-9a-f]{6}(?=\.zip$)/, `00000${number}`)
  objects.set(newer, objects.get(key) ?? Buffer.alloc(0))
  objects.set(key, as.objects.get(key) ?? Buffer.alloc(0))
  const nameOf = (path: string) => path.split('/').at(-1) ?? ''
  return replaced({ ...changed, objects }, 'Api Nested Stack', content =>
    Buffer.from(
      content
        .toString()
        .replaceAll(nameOf(key), nameOf(newer))
        .replace(/(ApiFunctionCurrentVersion\w{34})\w{6}(?=")/g, (_, start) => `${start}00000${number}`),
    ),
  )
}
