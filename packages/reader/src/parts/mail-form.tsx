import type { MailFilter } from '../routing/page.ts'

interface MailFormProps {
  filter: MailFilter
  /** The page with the form. */
  page: string
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const MORNING = 7

/** Subscribes to the papers of a list by e-mail. */
export const MailForm = ({ filter, page }: MailFormProps) => (
  <details class="mail" id="mail">
    <summary>
      {Object.keys(filter).length > 0 ? 'Get these papers by mail' : 'Get new papers by mail'}
    </summary>
    <form method="post" action="/subscriptions">
      <input type="hidden" name="filter" value={JSON.stringify(filter)} />
      <input type="hidden" name="page" value={page} />
      <label>
        E-mail <input type="email" name="email" required autocomplete="email" maxLength={254} />
      </label>
      <label>
        <select name="every" aria-label="How often">
          <option value="DAY">every day</option>
          <option value="WEEK">every Monday</option>
        </select>
      </label>
      <label>
        at{' '}
        <select name="hour">
          {HOURS.map(hour => (
            <option key={hour} value={hour} selected={hour === MORNING}>
              {`${hour}`.padStart(2, '0')}:00
            </option>
          ))}
        </select>
      </label>
      <label>
        Time zone <input name="timeZone" value="UTC" required maxLength={64} autocomplete="off" />
      </label>
      <button type="submit">Subscribe</button>
    </form>
    <p>Only papers that are new to you. You confirm by a mail, and every mail has a link to unsubscribe.</p>
  </details>
)
