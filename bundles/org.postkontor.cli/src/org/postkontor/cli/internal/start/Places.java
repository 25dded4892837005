package org.postkontor.cli.internal.start;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Branding;
import org.postkontor.account.BrandingFile;
import org.postkontor.account.Home;
import org.postkontor.account.HomeFolder;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.net.OfficeTrust;
import org.postkontor.problem.ProblemException;

/** What the global options name, opened: made and checked before any service starts. */
public record Places(Home home, Branding branding, OfficeTrust trust) {
	/**
	 * The office's authorities are those of {@code --trust-ca} and of the branding file.
	 *
	 * @throws ProblemException kind STORAGE or CONFIGURATION
	 */
	public static Places of(GlobalOptions options, HomeFolder folders) throws ProblemException {
		Optional<BrandingFile> branding = options.branding().isPresent() ? Optional.of(BrandingFile.read(options.branding().get())) : Optional.empty();
		List<X509Certificate> authorities = new ArrayList<>();
		for (Optional<Path> file : List.of(options.trustCa(), branding.flatMap(BrandingFile::trustedCa))) {
			if (file.isPresent()) {
				authorities.addAll(OfficeTrust.read(file.get()).authorities());
			}
		}
		Home home = options.home().isPresent() ? folders.open(options.home().get()) : folders.openDefault();
		return new Places(home, branding.map(BrandingFile::branding).orElse(Branding.NONE), new OfficeTrust(authorities));
	}
}
