package org.postkontor.bench;

/**
 * What one round took.
 *
 * @param before     seconds until the work could begin, such as connecting and signing in; 0 if that is part of the work
 * @param work       seconds of the work itself
 * @param mails      that the work was about, at least 1
 * @param roundTrips on the cable, of the work
 * @param bytes      on the cable in both directions, of the work
 * @param forces     how often the work waited for the disk
 * @param processor  seconds of processor time of this VM during the work, with server and cable in it
 */
public record Sample(double before, double work, int mails, long roundTrips, long bytes, long forces, double processor) {

	public Sample {
		if (mails < 1) {
			throw new IllegalArgumentException("no mail");
		}
	}

	/** Something short without a cable. */
	static Sample of(double work, int mails) {
		return new Sample(0, work, mails, 0, 0, 0, 0);
	}

	/** The same with what was counted beside the cable. */
	Sample forced(long count) {
		return new Sample(before, work, mails, roundTrips, bytes, count, processor);
	}

	double perMail() {
		return work / mails;
	}
}
