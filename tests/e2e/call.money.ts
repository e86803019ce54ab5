// What the awards of a call come to: signed, paid, reported on in time and not, clawed back, closed.
import { expect, test } from 'vitest'
import { M } from '../organizations/grants.asked.ts'
import { agreementDoes, instalmentDoes, roundDoes, PROJECT, type Call } from './call.ts'

export const money = (c: Call): void => {
  test('its agreements are signed by both, and the first instalment is asked for, checked, approved and paid by four', async () => {
    const ngo = await c.at('ngo', `/grant-agreements/${c.agreement.ngo}`)
    await c.floor.look(ngo, 'agreement-to-sign')
    await ngo.take(agreementDoes('SIGN'))
    await c.step('ngo2', 'grantAgreement', M.actAgreement, c.agreement.ngo2, 'SIGN')
    const lead = await c.at('district2', `/grant-agreements/${c.agreement.ngo}`)
    await lead.take(agreementDoes('COUNTERSIGN'))
    await c.step('district2', 'grantAgreement', M.actAgreement, c.agreement.ngo2, 'COUNTERSIGN')
    await c.stands('grantAgreement', c.agreement.ngo, 'RUNNING')

    await ngo.open(`/grant-agreements/${c.agreement.ngo}`)
    await ngo.take(instalmentDoes('REQUEST'))
    const district = await c.at('district', '/grant-instalments')
    await c.floor.look(district, 'disbursement')
    await district.open(`/grant-agreements/${c.agreement.ngo}`)
    await district.take(instalmentDoes('CHECK'))
    expect(
      await district.page
        .locator('main')
        .getByRole('button', { name: instalmentDoes('APPROVE') })
        .getAttribute('title'),
      'whoever checked does not approve',
    ).toContain('三名不同的人员')
    await lead.open(`/grant-agreements/${c.agreement.ngo}`)
    await lead.take(instalmentDoes('APPROVE'))
    const finance = await c.at('finance', `/grant-agreements/${c.agreement.ngo}`)
    await finance.take(instalmentDoes('PAY'), { voucher: '示例凭证1' })
    await finance.open(`/grant-agreements/${c.agreement.ngo}`)
    await finance.page.getByText('已拨付25,000.00元').waitFor()
    await c.floor.look(finance, 'first-paid')
    await c.pay('ngo2', 1)
  })

  test('one reports in time and goes on; the other does not: its project ends, and it is barred', async () => {
    c.floor.tick(60)
    const ngo = await c.at('ngo', '/my-grants')
    await c.floor.look(ngo, 'ngo-report-due')
    await ngo.open(`/grant-agreements/${c.agreement.ngo}`)
    await ngo.take(agreementDoes('REPORT_MIDTERM'), { body: '助餐点已开办，服务正常。', beneficiaries: '60', spent: '20000' })
    const district = await c.at('district', `/grant-agreements/${c.agreement.ngo}`)
    await c.floor.look(district, 'midterm')
    await district.take(agreementDoes('PASS_MIDTERM'))
    await c.stands('grantAgreement', c.agreement.ngo, 'CONTINUING')
    await c.pay('ngo', 2)
    c.floor.tick(150)
    await c.sweep()
    await c.stands('grantAgreement', c.agreement.ngo2, 'TERMINATED')
    await district.open(`/grant-agreements/${c.agreement.ngo2}`)
    await district.page.locator('main dd', { hasText: '25,000.00' }).first().waitFor()
    await c.floor.look(district, 'late-report')
    const barred = await c.at('ngo2', `/grant-rounds/${c.round}`)
    await barred.page.getByText('禁止申报至').waitFor()
    await c.floor.look(barred, 'barred')
  })

  test('what was not spent is clawed back, and the project wound up', async () => {
    const finance = await c.at('finance', `/grant-agreements/${c.agreement.ngo2}`)
    await finance.take(agreementDoes('CLAW_BACK'), { voucher: '示例追回1' })
    await finance.open(`/grant-agreements/${c.agreement.ngo2}`)
    await finance.page.getByText('示例追回1').first().waitFor()
    const district = await c.at('district', `/grant-agreements/${c.agreement.ngo2}`)
    await district.take(agreementDoes('WIND_UP'))
    await c.stands('grantAgreement', c.agreement.ngo2, 'WOUND_UP')
    await district.open(`/grant-agreements/${c.agreement.ngo2}`)
    await c.floor.look(district, 'wound-up')
  })

  test('the last report passes, the last instalment is paid, and the round is archived', async () => {
    const ngo = await c.at('ngo', `/grant-agreements/${c.agreement.ngo}`)
    await ngo.take(agreementDoes('REPORT_FINAL'), { body: '项目如期完成。', beneficiaries: '120', spent: '50000' })
    const district = await c.at('district', `/grant-agreements/${c.agreement.ngo}`)
    await district.take(agreementDoes('PASS_FINAL'), { result: '优秀' })
    await c.stands('grantAgreement', c.agreement.ngo, 'SETTLING')
    const { id } = await c.instalment('ngo', 3)
    await c.step('ngo', 'grantInstalment', M.actInstalment, id, 'REQUEST')
    await c.step('district', 'grantInstalment', M.actInstalment, id, 'CHECK')
    await c.step('district2', 'grantInstalment', M.actInstalment, id, 'APPROVE')
    const finance = await c.at('finance', `/grant-agreements/${c.agreement.ngo}`)
    await finance.take(instalmentDoes('PAY'), { voucher: '示例凭证末期' })
    await district.open(`/grant-agreements/${c.agreement.ngo}`)
    await district.page.getByText('已拨付50,000.00元').waitFor()
    await district.take(agreementDoes('CLOSE'))
    await c.stands('grantAgreement', c.agreement.ngo, 'CLOSED')
    await district.open(`/grant-agreements/${c.agreement.ngo}`)
    await c.floor.look(district, 'closed')
    await district.open(`/grant-rounds/${c.round}`)
    await district.take(roundDoes('ARCHIVE'))
    await c.stands('microGrantRound', c.round, 'ARCHIVED')
    await district.open('/grant-portfolio')
    await c.floor.look(district, 'portfolio')
    await ngo.open('/my-grants')
    await c.floor.look(ngo, 'ngo-money')
    const published = (await (await fetch(`${c.floor.w.url}/360/grants.json`)).json()) as {
      grants: { title: string; amountDisbursed: number; disbursementTransaction: { value: number }[] }[]
    }
    const sums = published.grants.map(({ title, amountDisbursed, disbursementTransaction }) => [
      title,
      amountDisbursed,
      disbursementTransaction.reduce((all, { value }) => all + value, 0),
    ])
    expect(sums).toEqual([
      [PROJECT.ngo, 50_000, 50_000],
      [PROJECT.ngo2, 25_000, 0],
    ])
  })
}
