import { createOidcApp } from '../src/app.ts'
import { runApp } from '../src/options/context.ts'

runApp(createOidcApp)
