/** `node run.mjs BUNDLE EVENT`: loads a Lambda bundle, answers one event, and tells how long that took since the process began. */
const [bundle, event] = process.argv.slice(2)
const { handler } = await import(bundle)
const { statusCode, body } = await handler(JSON.parse(event), {})
const milliseconds = performance.now()
const { user, system } = process.cpuUsage()
process.stdout.write(
  JSON.stringify({ statusCode, body, milliseconds, cpuMilliseconds: (user + system) / 1_000 }),
)
process.exit()
