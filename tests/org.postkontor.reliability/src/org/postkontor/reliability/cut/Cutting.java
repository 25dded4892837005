package org.postkontor.reliability.cut;

import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;

/**
 * One place where the line is cut.
 *
 * @param at bytes of that direction that still get through
 */
record Cutting(Direction direction, Cut how, long at) {
}
