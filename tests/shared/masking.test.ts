import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskAddress, maskId, maskLandline, maskMobile, maskName, maskPhone } from '../../subgraphs/shared/masking.ts'

test.each([
  [maskName, '张三', '张*'],
  [maskName, '张小三', '张*三'],
  [maskName, '欧阳自强', '欧**强'],
  [maskName, '张', '*'],
  [maskName, '𬭊小明', '𬭊*明'],
  [maskName, '', ''],
  [maskId, '310113199001010018', '310113********0018'],
  [maskId, 'E12345678', 'E*******8'],
  [maskMobile, '13800005678', '138****5678'],
  [maskLandline, '021-56781234', '****1234'],
  [maskLandline, '1234', '****'],
  [maskPhone, '13800005678', '138****5678'],
  [maskPhone, '021-56781234', '****1234'],
  [maskAddress, '顾村镇陆翔路111弄4号301室', '顾村镇陆翔路111弄4号***'],
  [maskAddress, '陆翔路111弄4号楼1202号', '陆翔路111弄4号楼***'],
  [maskAddress, '宝安公路88号3栋2单元301室', '宝安公路88号3栋***'],
  [maskAddress, '朱家老宅301', '朱家老宅***'],
  [maskAddress, '顾村镇', '顾村镇***'],
])('%o hides what it must: %s → %s', (mask, value, expected) => expect(mask(value)).toBe(expected))

test('whatever is typed, an ID number never shows more than ten characters, and never the birth date', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (id) => {
      expect(maskId(id)).toHaveLength(18)
      expect(maskId(id).replaceAll('*', '')).toHaveLength(10)
      expect(maskId(id).slice(6, 14)).toBe('********')
    }),
  )
})

test('no mask gives a short value back in full', () => {
  const masks = [maskName, maskId, maskMobile, maskLandline, maskPhone, maskAddress]
  fc.assert(fc.property(fc.constantFrom(...masks), fc.stringMatching(/^[0-9]{1,6}$/), (mask, value) => mask(value) !== value))
})
