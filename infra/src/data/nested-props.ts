import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import type { Data } from './data-stack.ts'

/** What the nested stacks that use the data are made from. */
export interface NestedProps extends Data {
  stage: Stage
  options: Options
}
