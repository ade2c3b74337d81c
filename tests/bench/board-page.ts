import '#renderer/before-all.ts'
import './first-job.ts'
import { showBoard } from './board.tsx'

await showBoard()
