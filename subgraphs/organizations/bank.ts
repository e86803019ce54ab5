// What the subgraph declares for service shops and the opportunity bank.
import { text } from '../shared/words.ts'
import { opportunityClaimMachine } from './claim.machine.ts'
import { ClaimResolver } from './claim.resolver.ts'
import { expireOpportunities } from './opportunity.acts.ts'
import { Opportunity, OpportunityClaim } from './opportunity.entity.ts'
import { opportunityMachine } from './opportunity.machine.ts'
import { OpportunityResolver } from './opportunity.resolver.ts'
import type { Part } from './parts.ts'
import { ServiceShop } from './shop.entity.ts'
import { serviceShopMachine } from './shop.machine.ts'
import { ShopResolver } from './shop.resolver.ts'

export const BANK: Part = {
  entities: [ServiceShop, Opportunity, OpportunityClaim],
  resolvers: [ShopResolver, OpportunityResolver, ClaimResolver],
  machines: [serviceShopMachine, opportunityMachine, opportunityClaimMachine],
  sweeps: [expireOpportunities],
  acts: {
    'ServiceShop.CREATE': text('筹备', 'Prepared'),
    'Opportunity.CREATE': text('录入', 'Entered'),
    'OpportunityClaim.CREATE': text('申领', 'Claimed'),
  },
  details: {
    intro: [text('简介', 'About')],
    goods: [text('服务内容', 'What is to be had')],
    title: [text('标题', 'Title')],
    body: [text('内容', 'Text')],
    places: [text('名额', 'Places')],
  },
  constraints: {
    opportunity_places: text('名额已满。', 'There are no places left.'),
    claim_held_once: text('您已申领该项目。', 'You have claimed it already.'),
    claim_claimant: text('申领人是居民或者组织。', 'A claim is made by a resident or an organisation.'),
    service_shop_kept: text('店铺记录不能删除或恢复。', 'A shop is neither deleted nor brought back.'),
    opportunity_kept: text('项目信息不能删除或恢复。', 'An opportunity is neither deleted nor brought back.'),
    opportunity_claim_kept: text('申领记录不能删除或恢复。', 'A claim is neither deleted nor brought back.'),
  },
}
