/** Converts the error of a taken port into one that says what to do. Returns any other error unchanged. */
export function portTaken(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new Error(`port ${port} is taken: set PORT to another one, or to 0 for any free one`) : error
}
