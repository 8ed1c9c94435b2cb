/** Colours of mails and pages, light and dark: those of the site. */
export const light = {
  ground: '#f4f1ea',
  paper: '#fcfbf8',
  ink: '#1f1c17',
  soft: '#645e53',
  line: '#e3ded3',
  accent: '#a8401b',
  link: '#1d4f7c',
}

export const dark: typeof light = {
  ground: '#17161a',
  paper: '#201f24',
  ink: '#e8e4dc',
  soft: '#a8a298',
  line: '#35333a',
  accent: '#f2a27c',
  link: '#8ec1f0',
}

export const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
