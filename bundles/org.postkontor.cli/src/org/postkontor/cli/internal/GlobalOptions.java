package org.postkontor.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.postkontor.auth.VaultKey;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/**
 * What every command takes: which home, whom to trust, how the vault opens.
 *
 * @param generate whether a missing vault password file may be made
 */
public record GlobalOptions(Optional<Path> home, Optional<Path> branding, Optional<Path> trustCa, Optional<Path> vaultPasswordFile,
		boolean generate) {
	/** Their declarations. */
	public static final List<Option> SYNTAX = List.of(Option.value("home", "DIR"), Option.value("branding", "FILE"), Option.value("trust-ca", "FILE"),
			Option.value("vault-password-file", "FILE"), Option.flag("generate-vault-password"), Option.choice("lang", "de", "en"),
			Option.flag("json"), Option.flag("help"), Option.flag("version"));

	public static GlobalOptions of(Arguments arguments) throws ProblemException {
		GlobalOptions options = new GlobalOptions(arguments.path("home"), arguments.path("branding"), arguments.path("trust-ca"),
				arguments.path("vault-password-file"), arguments.has("generate-vault-password"));
		if (options.generate && options.vaultPasswordFile.isEmpty()) {
			throw UsageProblem.of("usage.needs", "option", "--generate-vault-password", "needed", "--vault-password-file");
		}
		return options;
	}

	/**
	 * How the vault opens: by the file that was named; in a home of one's own by a file inside it; else by the user's keyring,
	 * and never without one.
	 */
	public VaultKey vaultKey() {
		if (vaultPasswordFile.isPresent()) {
			return new VaultKey.PasswordFile(vaultPasswordFile.get(), generate);
		}
		return home.isPresent() ? new VaultKey.PasswordFile(home.get().resolve("vault.password"), true) : new VaultKey.DefaultKeyring(false);
	}
}
