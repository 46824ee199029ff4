import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'

interface FigureProps {
  value: number
  unit?: '%'
  /** With its sign, a true minus included. */
  signed?: boolean
}

/** An advisory figure to two places. */
export function Figure({ value, unit, signed = false }: FigureProps) {
  const language = useLanguage()
  return <span className="td-number">{figureText(value, language, signed) + (unit ?? '')}</span>
}

/** The same as text, for sentences. */
export function figureText(value: number, language: 'vi' | 'en', signed = false): string {
  const sign = value < 0 ? '−' : signed && value > 0 ? '+' : ''
  return `${sign}${showDecimal(Math.abs(value).toFixed(2), language)}`
}
