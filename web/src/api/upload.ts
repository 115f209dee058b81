import { httpFiles } from '@/store/fileServer'
import { bring, Unwanted } from '@/store/files'
import { hashOfFile } from '@/store/hash'
import { pauseAfter } from '@/store/sync'
import { Unreachable } from '@/store/wire'
import { Problem } from './client'
import { say } from './words'

const attempts = 5
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Brings a file to the server from a desk, whole or not at all, and gives the hash by which a command may name it. What was broken
 *  off goes on where it was; a form waits for that only so long. */
export const upload = async (file: Blob): Promise<string> => {
  const hash = await hashOfFile(file)
  for (let failed = 0; ; ) {
    try {
      await bring(httpFiles(), hash, file)
      return hash
    } catch (problem) {
      if (problem instanceof Unwanted) throw new Problem(problem.status, problem.code, problem.message)
      if (!(problem instanceof Unreachable)) throw problem
      failed += 1
      if (problem.reason === 'signed-out') throw new Problem(401, 'signed-out', problem.message)
      if (failed === attempts) throw new Problem(0, 'offline', say('notSent'))
      await pause(Math.max((problem.retryAfter ?? 0) * 1000, pauseAfter(failed, Math.random())))
    }
  }
}
