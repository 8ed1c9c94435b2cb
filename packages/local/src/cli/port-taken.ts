/** An error that says how to free the port, if the port is taken. Any other error stays as it is. */
export function portTaken(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new Error(`port ${port} is taken: set PORT to another one, or to 0 for any free one`) : error
}
