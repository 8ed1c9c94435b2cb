/** The usual reason for which a server does not start, in a sentence that names the fix; any other error as it is. */
export function portTaken(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new Error(`port ${port} is taken: set PORT to another one, or to 0 for any free one`) : error
}
