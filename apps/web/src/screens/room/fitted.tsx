// Lays out what it is given as large as it fits on one picture, and else over pages at the smallest size. It measures in the page
// itself, before anything is painted: no guess about fonts or scripts. Knows no words; what goes where is fit.ts's.
import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from "react"
import { packColumns, packRows } from "./fit.ts"
import styles from "./room.module.css"

/** `em`: the size of type, 1 being the smallest that may stand on the screen. */
export type Layout = { readonly em: number; readonly columns: number }
export type Item = { readonly key: string; readonly node: ReactNode }
type FittedProps = {
  /** Columns fill downwards; rows keep the cards of a row alike. */
  flow: "columns" | "rows"
  /** From the best to the last: the first that needs one page is taken, else the last. */
  layouts: readonly Layout[]
  items: readonly Item[]
  /** Changes whenever anything that an item shows does. */
  content: string
  /** Counted from 0; beyond the end is the last. */
  part: number
  onParts: (parts: number) => void
  /** Something is taller than a page at the last layout. */
  onTooTall?: (() => void) | undefined
}

type Size = { width: number; height: number; fontSize: number }
/** Of the type's size. */
const GAP = 0.4

type Laid = { for: string; layout: Layout; gap: number; pages: readonly (readonly (readonly number[])[])[] }

export function Fitted({ flow, layouts, items, content, part, onParts, onTooTall }: FittedProps) {
  const area = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const size = useSize(area)
  const [laid, setLaid] = useState<Laid | null>(null)
  const wanted = size && `${size.width} ${size.height} ${size.fontSize} ${content}`
  const isMeasured = laid !== null && laid.for === wanted

  useLayoutEffect(() => {
    if (isMeasured || !size || wanted === null || !ruler.current) return
    const groups = [...ruler.current.children].map((group) => [...group.children].map((one) => one.getBoundingClientRect().height))
    const gapOf = ({ em }: Layout) => GAP * em * size.fontSize
    const tries = layouts.map((layout, i) => {
      const heights = groups[i] ?? []
      const into = { columns: layout.columns, height: size.height, gap: gapOf(layout) }
      const pages = flow === "columns" ? packColumns(heights, into) : packRows(heights, into).map((page) => [page])
      const isWhole = pages.length <= 1 && heights.every((height) => height <= size.height)
      return { for: wanted, layout, gap: into.gap, pages, isWhole, isTooTall: heights.some((height) => height > size.height + 1) }
    })
    const best = tries.find((one) => one.isWhole) ?? tries.at(-1)
    if (!best) return
    if (best.isTooTall) onTooTall?.()
    setLaid(best)
    onParts(Math.max(1, best.pages.length))
  }, [isMeasured, size, wanted, layouts, flow, onParts, onTooTall])

  const page = laid?.pages[Math.min(part, laid.pages.length - 1)] ?? []
  return (
    <div ref={area} className={styles.area}>
      {laid ? (
        <div style={{ fontSize: `${laid.layout.em}em`, gap: laid.gap, ...(flow === "columns" ? gridOf(laid) : {}) }}>
          {page.map((column, i) => (
            <ul
              // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
              key={i}
              className={styles.column}
              style={{ gap: laid.gap, ...(flow === "rows" ? gridOf(laid) : {}) }}
            >
              {column.map((index) => {
                const item = items[index]
                return item ? <li key={item.key}>{item.node}</li> : null
              })}
            </ul>
          ))}
        </div>
      ) : null}
      {isMeasured || !size ? null : (
        <div ref={ruler} className={styles.ruler} aria-hidden="true">
          {layouts.map((layout) => (
            <div
              key={`${layout.em} ${layout.columns}`}
              style={{ fontSize: `${layout.em}em`, inlineSize: widthOf(layout, GAP * layout.em * size.fontSize, size) }}
            >
              {items.map((item) => (
                <div key={item.key}>{item.node}</div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const gridOf = ({ layout }: Laid): CSSProperties => ({ display: "grid", gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))` })

const widthOf = ({ columns }: Layout, gap: number, size: Size | null): number | undefined =>
  size ? Math.floor((size.width - gap * (columns - 1)) / columns) : undefined

function useSize(area: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const look = () => {
      const next = {
        width: element.clientWidth,
        height: element.clientHeight,
        fontSize: Number.parseFloat(getComputedStyle(element).fontSize),
      }
      setSize((old) => (old && old.width === next.width && old.height === next.height && old.fontSize === next.fontSize ? old : next))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [area])
  return size
}

/** Its content in the largest of these sizes (in em, from the largest) at which it fits. Give it a new key with new content. */
export function FitText({ sizes, className, children }: { sizes: readonly number[]; className: string | undefined; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const fit = () => {
      for (const em of sizes) {
        element.style.fontSize = `${em}em`
        if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return
      }
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [sizes])
  return (
    <div ref={box} className={className}>
      {children}
    </div>
  )
}
