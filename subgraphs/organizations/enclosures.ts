// What the subgraph declares for files that go with applications, reports and entries.
import { text } from '../shared/words.ts'
import { Enclosure } from './enclosure.entity.ts'
import {
  ApplicationEnclosureResolver,
  EnclosureResolver,
  EntryEnclosureResolver,
  ReportEnclosureResolver,
} from './enclosure.resolver.ts'
import type { Part } from './parts.ts'

export const ENCLOSURES: Part = {
  entities: [Enclosure],
  resolvers: [ApplicationEnclosureResolver, ReportEnclosureResolver, EntryEnclosureResolver, EnclosureResolver],
  acts: { ATTACH: text('添加附件', 'File added'), DETACH: text('移除附件', 'File taken off') },
  details: { file: [text('附件', 'File')], files: [text('附件', 'Files')] },
  constraints: {
    enclosure_once: text('这个文件已经添加。', 'The file was added already.'),
    enclosure_kept: text('提交后的附件不能更改。', 'Files that were handed in do not change.'),
  },
}
