import { createApp } from '../src/app.ts'
import { runApp } from '../src/options/context.ts'

runApp(createApp)
