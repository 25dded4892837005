package org.postkontor.auth.tests.osgi;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.provider.IPreferencesContainer;
import org.eclipse.equinox.security.storage.provider.PasswordProvider;

/** Stands where the operating system's keyring would be, before all others, and counts who asks it. */
public final class ForbiddenPasswordProvider extends PasswordProvider {
	static final AtomicInteger CALLS = new AtomicInteger();
	static final AtomicBoolean GIVES_NOTHING = new AtomicBoolean();

	@Override
	public PBEKeySpec getPassword(IPreferencesContainer container, int passwordType) {
		CALLS.incrementAndGet();
		return GIVES_NOTHING.get() ? null : new PBEKeySpec("from-the-keyring".toCharArray());
	}
}
