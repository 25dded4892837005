package org.postkontor.net;

/** Tells whether the way out may have changed, so that what failed is worth another try. OSGi service, thread-safe. */
public interface NetworkState {
	/**
	 * Another value means: an interface came up or went down, an address changed, or the proxy settings did. Cheap enough to be
	 * asked every few seconds; never throws. The value itself means nothing.
	 */
	String fingerprint();
}
