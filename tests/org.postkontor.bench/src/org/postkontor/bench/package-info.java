/**
 * Benchmarks that print and never gate: {@code ./test --bench [names]}.
 * <p>
 * Every number comes with its anchor, measured in the same run in turns (A B A B), the first round of each discarded;
 * median, smallest and largest are shown, and round trips and bytes are counted on the cable, because they do not depend
 * on the machine. {@link org.postkontor.bench.Bench} runs them; {@code docs/performance.md} explains and keeps the numbers.
 */
package org.postkontor.bench;
