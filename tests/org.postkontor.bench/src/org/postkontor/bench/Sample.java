package org.postkontor.bench;

/**
 * What one round took.
 *
 * @param before     seconds until the work could begin, such as connecting and signing in; 0 if that is part of the work
 * @param work       seconds of the work itself
 * @param roundTrips on the cable, of the work
 * @param bytes      on the cable in both directions, of the work
 */
record Sample(double before, double work, long roundTrips, long bytes) {
}
