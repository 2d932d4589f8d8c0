// The three pictures of how to join: the camera on the code, the finger on the link, the phone that is in. They stand beside their words and
// say nothing by themselves, so screen readers pass over them. The first is the one on the table tents.
import styles from "./room.module.css"

const PATHS = {
  scan: (
    <>
      <rect x="4" y="8" width="26" height="26" rx="2" />
      <path fill="currentColor" d="M9 13h6v6H9zM19 13h6v6h-6zM9 23h6v6H9z" />
      <path d="M19 23h2v3M25 26v3h-4" />
      <rect x="34" y="22" width="24" height="38" rx="4" />
      <path d="M43 55h6M39 34v-5h5M53 34v-5h-5M39 41v5h5M53 41v5h-5" />
    </>
  ),
  tap: (
    <>
      <rect x="8" y="4" width="34" height="56" rx="5" />
      <path d="M21 55h8" />
      <rect className={styles.hand} x="12" y="12" width="26" height="9" rx="4.500" />
      <path d="M18 16.500h14" />
      <path
        className={styles.hand}
        d="M31 29v16l-3-2.500c-2.500-1.800-5.500 1.200-3.500 3.500l7.500 12h17l4-11v-8l-16-3.500V29c0-4.500-6-4.500-6 0z"
      />
    </>
  ),
  join: (
    <>
      <rect x="15" y="4" width="34" height="56" rx="5" />
      <path d="M28 55h8M22 30l8 8 13-15" />
    </>
  ),
}

export function Picture({ of }: { of: keyof typeof PATHS }) {
  return (
    <svg className={styles.stepPicture} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {PATHS[of]}
    </svg>
  )
}

/** What is left of the time, as a shape that shrinks: no motion of its own, no red. */
export function TimeLeft({ left, of }: { left: number; of: number }) {
  const share = of > 0 ? Math.max(0, Math.min(1, left / of)) : 0
  return (
    <svg className={styles.pie} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <circle className={styles.pieAll} cx="18" cy="18" r="16.500" />
      <circle className={styles.pieLeft} cx="18" cy="18" r="8" pathLength="1" strokeDasharray={share < 1 ? `${share} 1` : undefined} />
    </svg>
  )
}
