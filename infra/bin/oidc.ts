import { App } from 'aws-cdk-lib/core'
import { oidcStack } from '../src/oidc-stack.ts'

oidcStack(new App())
