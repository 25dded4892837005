package org.postkontor.auth.oauth.internal;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Branding;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpService;
import org.postkontor.problem.Explanations;

/** Runs all providers of kind {@code oauth} that bring no class of their own. */
@Component(service = AuthProviderFactory.class, property = AuthProviderFactory.KIND + "=oauth")
public final class OidcProviderFactory implements AuthProviderFactory {
	private final Services services;

	@Activate
	public OidcProviderFactory(@Reference HttpService http, @Reference Clock clock, @Reference DeadlineTimer timer, @Reference Branding branding,
			@Reference Explanations explanations) {
		this.services = new Services(http, clock, timer, branding, new OAuthErrors(explanations));
	}

	@Override
	public AuthProvider create(ProviderDescription description) {
		return new OidcAuthProvider(description, services);
	}
}
