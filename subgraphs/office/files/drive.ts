// Where the bytes of files lie: a folder of the data directory, or a bucket of S3 when one is configured.
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

export interface Bucket {
  readonly name: string
  readonly region: string
  /** Of a service that is not Amazon's; null for Amazon's own. */
  readonly endpoint: string | null
}

export const openDrive = async (data: string, bucket: Bucket | null): Promise<Disk> => {
  if (!bucket) return new Disk(new FSDriver({ location: join(data, 'files'), visibility: 'private' }))
  // Large, and of no use where files lie in a folder.
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { name, region, endpoint } = bucket
  return new Disk(
    new S3Driver({
      bucket: name,
      region,
      visibility: 'private',
      supportsACL: false,
      ...(endpoint && { endpoint, forcePathStyle: true }),
    }),
  )
}
