package org.postkontor.app.internal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.postkontor.account.Branding;
import org.postkontor.account.BrandingFile;
import org.postkontor.account.Home;
import org.postkontor.account.HomeFolder;
import org.postkontor.auth.VaultKey;
import org.postkontor.net.OfficeTrust;
import org.postkontor.problem.ProblemException;

/** What the options mean: home, branding, office trust and where the vault's key is kept. Made before any service asks. */
public record Environment(Home home, Branding branding, Optional<OfficeTrust> trust, VaultKey vaultKey) {
	/** @throws ProblemException the home, the branding file or a certificate cannot be used */
	public static Environment open(LaunchOptions options, HomeFolder folders) throws ProblemException {
		Optional<Path> folder = options.home();
		Home home = folder.isPresent() ? folders.open(folder.get()) : folders.openDefault();
		BrandingFile file = options.branding().isPresent() ? BrandingFile.read(options.branding().get())
				: new BrandingFile(Branding.NONE, Optional.empty());
		List<X509Certificate> authorities = new ArrayList<>();
		for (Path path : Stream.of(options.trustCa(), file.trustedCa()).flatMap(Optional::stream).toList()) {
			authorities.addAll(OfficeTrust.read(path).authorities());
		}
		VaultKey key = home.separate() ? new VaultKey.PasswordFile(home.resolve("vault.password"), true) : new VaultKey.DefaultKeyring(true);
		Optional<OfficeTrust> trust = authorities.isEmpty() ? Optional.empty() : Optional.of(new OfficeTrust(authorities));
		return new Environment(home, file.branding(), trust, key);
	}

	/** Registers all of it as OSGi services; closing takes them back. */
	public AutoCloseable register(BundleContext context) {
		List<ServiceRegistration<?>> registrations = new ArrayList<>();
		registrations.add(context.registerService(Branding.class, branding, null));
		registrations.add(context.registerService(VaultKey.class, vaultKey, null));
		trust.ifPresent(t -> registrations.add(context.registerService(OfficeTrust.class, t, null)));
		// Last: what needs a home starts only when everything else is there.
		registrations.add(context.registerService(Home.class, home, null));
		return () -> registrations.forEach(ServiceRegistration::unregister);
	}
}
