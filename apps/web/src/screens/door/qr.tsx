// The QR code as the server drew it, put into the page as real shapes: no image to load, sharp at any size, dark on light in every
// theme, since phones read it that way.
import { useEffect, useRef } from "react"
import styles from "./qr.module.css"

export function Qr({ svg, name }: { svg: string; name: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
    if (drawn.nodeName.toLowerCase() !== "svg") return
    drawn.setAttribute("aria-hidden", "true")
    place.current?.replaceChildren(document.importNode(drawn, true))
  }, [svg])
  return <div ref={place} className={styles.qr} role="img" aria-label={name} />
}
