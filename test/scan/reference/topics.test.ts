import { describe, expect, it } from 'vitest';
import { summary } from '../../support/reference-summary.ts';

describe('bold words before the names say what a work is read for', () => {
  it.each([
    [
      '**HNSW** - Malkov, Y. A., & Yashunin, D. A. (2018). Efficient and robust approximate nearest neighbor search. *IEEE TPAMI*, 42(4), 824–836.',
      'Malkov, Y. A.; Yashunin, D. A. | 2018 | Efficient and robust approximate nearest neighbor search | IEEE TPAMI | 42(4) 824–836',
    ],
    [
      '**Mamba-2**: Dao & Gu (2024) - "Transformers are SSMs: Generalized Models and Efficient Algorithms"',
      'Dao; Gu | 2024 | Transformers are SSMs: Generalized Models and Efficient Algorithms | - | -(-) -',
    ],
    [
      '**PPO:** Schulman, J., Wolski, F., Dhariwal, P., Radford, A., & Klimov, O. (2017). Proximal Policy Optimization Algorithms. arXiv:1707.06347',
      'Schulman, J.; Wolski, F.; Dhariwal, P.; Radford, A.; Klimov, O. | 2017 | Proximal Policy Optimization Algorithms | - | -(-) -',
    ],
    [
      '**[1]** Lamport, L. (1978). Time, Clocks, and the Ordering of Events. *Communications of the ACM*, 21(7), 558–565.',
      'Lamport, L. | 1978 | Time, Clocks, and the Ordering of Events | Communications of the ACM | 21(7) 558–565',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it.each([
    '**Deep Residual Learning**: He, K., Zhang, X., Ren, S., & Sun, J. (2016). *CVPR*.',
    '**Deep Residual Learning**: He, K., Zhang, X., Ren, S., & Sun, J. (2016). In Proceedings of the IEEE Conference on Computer Vision.',
  ])('but may be the title: %s', (text) => {
    expect(summary(text)).not.toContain('missing');
  });
});
