export { startKeeping as start } from './ours.ts'
