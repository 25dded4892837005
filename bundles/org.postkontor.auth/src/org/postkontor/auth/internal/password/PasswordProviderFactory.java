package org.postkontor.auth.internal.password;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.ProviderDescription;

/** Runs all providers of kind {@code password}. */
@Component(service = AuthProviderFactory.class, property = AuthProviderFactory.KIND + "=password")
public final class PasswordProviderFactory implements AuthProviderFactory {
	private final Clock clock;

	@Activate
	public PasswordProviderFactory(@Reference Clock clock) {
		this.clock = clock;
	}

	@Override
	public AuthProvider create(ProviderDescription description) {
		return new PasswordAuthProvider(clock);
	}
}
