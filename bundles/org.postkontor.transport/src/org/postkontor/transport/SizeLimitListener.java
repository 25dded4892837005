package org.postkontor.transport;

import java.util.OptionalLong;

import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;

/**
 * Is told the largest mail that an account's server takes by who connects to it for another reason than sending. OSGi service,
 * thread-safe; may wait for a disk; a problem of its own is its own business.
 */
@FunctionalInterface
public interface SizeLimitListener {
	/** @param bytes of the frozen mail, as the server said over a connection that can send; empty if it names no limit */
	void learned(AccountId account, Endpoint endpoint, OptionalLong bytes);
}
