import { printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'

/** Hostile texts: markup, both ends of CDATA, characters that XML cannot hold. */
export const hostile = '<b>& ]]> <![CDATA[ "quoted" \u0000\u0008\ufffe\ud800 𝛼 é'
export const hostileDay = '2024-04-01'
const hostilePaper = readEntry('2404.00001', hostileDay, {
  description: {
    title: hostile,
    abstract: `${hostile}<script>alert(1)</script>`,
    authors: [printed(`A ${hostile}`), printed('100% C++/Rust')],
    keywords: ['a/b.atom', '<k>&"'],
    aiSummary: { text: hostile, model: null },
    organization: { name: 'lab&co', fullName: hostile, avatar: null },
    projectPage: 'https://example.org/?a=1&b="2"',
  },
})
/** A paper without any text. */
const mute = readEntry('2404.00002', hostileDay, {
  description: { title: '\u0000', abstract: '', authors: [printed('\u0001')], keywords: ['\u0002'] },
})
const unsigned = readEntry('2404.00003', hostileDay, { description: { authors: [], keywords: [] } })

/** A day of such papers. */
export const hostileReading = reading(hostileDay, `${hostileDay}T23:00:00.000Z`, hostilePaper, mute, unsigned)
