/** The least that a function can do. */
export const handler = async () => ({ statusCode: 200, body: '{"data":{}}' })
