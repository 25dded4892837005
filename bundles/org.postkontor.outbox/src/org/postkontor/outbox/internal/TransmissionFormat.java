package org.postkontor.outbox.internal;

import java.time.Instant;

import org.postkontor.outbox.Transmission;

/** A way to write the log down, in pieces. */
interface TransmissionFormat {
	/** @param now when it is written */
	String begin(Instant now);

	/** @param first whether no mail was written before */
	String mail(Transmission transmission, boolean first);

	String end();
}
