package org.postkontor.account;

import java.nio.file.Path;
import java.util.Optional;

import org.postkontor.account.internal.BrandingReader;
import org.postkontor.problem.ProblemException;

/**
 * A branding file as read: what it configures, and the authority it wants to be trusted.
 * <p>
 * JSON object, every member optional: {@code title}, {@code addresses} (array of strings), {@code directoryUrl} (https),
 * {@code trustedCa} (PEM file, relative to the branding file), {@code clients} (array of objects with {@code issuer},
 * {@code clientId}, {@code scopesReceive}, {@code scopesSend}, {@code clientSecret}). Unknown members are refused, so that a misspelt one is
 * not silently ignored.
 *
 * @param trustedCa absolute; not read here, see {@code OfficeTrust.read}
 */
public record BrandingFile(Branding branding, Optional<Path> trustedCa) {
	/**
	 * @throws ProblemException kind CONFIGURATION with value {@code file}: {@code branding.unreadable}, or
	 *                          {@code branding.invalid} with value {@code line} ("?" if unknown) and detail {@code reason}
	 */
	public static BrandingFile read(Path file) throws ProblemException {
		return new BrandingReader(file).read();
	}
}
