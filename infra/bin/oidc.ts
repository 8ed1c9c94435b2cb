import { createOidcApp } from '../src/app.ts'
import { runApp } from '../src/context.ts'

runApp(createOidcApp)
