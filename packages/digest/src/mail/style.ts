/** Colours of mails and pages: ink on paper, and their opposites for the dark. */
export const light = {
  ground: '#f5f4f0',
  paper: '#ffffff',
  ink: '#1d1c1a',
  soft: '#66645e',
  line: '#e7e5df',
  accent: '#9a4a12',
}

export const dark: typeof light = {
  ground: '#131312',
  paper: '#1b1b19',
  ink: '#eceae4',
  soft: '#a3a099',
  line: '#33322f',
  accent: '#eda567',
}

export const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
