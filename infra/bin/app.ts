// `cdk.json` starts this with --single-threaded. With V8's parallel garbage collection, AWS's template validator
// takes twice the CPU time.
import { createApp } from '../src/app.ts'
import { runApp } from '../src/options/context.ts'

runApp(createApp)
