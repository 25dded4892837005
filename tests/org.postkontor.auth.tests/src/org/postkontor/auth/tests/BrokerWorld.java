package org.postkontor.auth.tests;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.FakeClock;

/** One home with a vault; brokers as different processes would have them. */
final class BrokerWorld {
	final FakeClock clock = new FakeClock();
	final ScriptedProvider provider = new ScriptedProvider(clock);
	final Map<String, AuthProvider> providers = new LinkedHashMap<>();
	final List<Account> accounts = new ArrayList<>();
	boolean unwritable;
	final Path home;
	final TokenVault vault;
	final DataKey key = DataKey.random(new SecureRandom());

	BrokerWorld(Path home) {
		this.home = home;
		this.vault = newVault();
		providers.put("scripted", provider);
		providers.put("password", Samples.passwordProvider(clock));
	}

	TokenVault newVault() {
		return new EncryptedFileTokenVault(Samples.home(home), mayCreate -> key, clock, new SecureRandom());
	}

	/** As another process would see the home. */
	SignInBroker broker() {
		return broker(newVault());
	}

	SignInBroker broker(TokenVault own) {
		return new LockingSignInBroker(sessions(own));
	}

	/** What the services of one process share. */
	Sessions sessions() {
		return sessions(newVault());
	}

	Sessions sessions(TokenVault own) {
		return new Sessions(new Providers(), own, new Registry(), Samples.home(home), clock, new CatalogueExplanations(MoreRows.NONE));
	}

	private final class Providers implements AuthProviders {
		@Override
		public List<ProviderDescription> descriptions() {
			return providers.keySet().stream().map(id -> description(id).orElseThrow()).toList();
		}

		@Override
		public Optional<ProviderDescription> description(String id) {
			return Optional.ofNullable(providers.get(id))
					.map(known -> Samples.description(id, "password".equals(id) ? "password" : "oauth", "scripted".equals(id) ? List.of("mail.example.org", "imap.example.test", "smtp.example.test") : List.of()));
		}

		@Override
		public AuthProvider provider(String id) {
			return providers.get(id);
		}
	}

	private final class Registry implements AccountRegistry {
		@Override
		public List<Account> accounts() {
			return List.copyOf(accounts);
		}

		@Override
		public Optional<Account> find(AccountId id) {
			return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
		}

		@Override
		public Optional<Account> find(MailAddress address) {
			return accounts.stream().filter(account -> account.address().equals(address)).findFirst();
		}

		@Override
		public void save(Account account) throws ProblemException {
			if (unwritable) {
				throw new ProblemException(Problem.of("account.unwritable", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE));
			}
			accounts.removeIf(known -> known.id().equals(account.id()));
			accounts.add(account);
		}

		@Override
		public void remove(AccountId id) {
			accounts.removeIf(account -> account.id().equals(id));
		}

		@Override
		public List<Problem> problems() {
			return List.of();
		}

		@Override
		public AutoCloseable listen(Runnable onChange) {
			return () -> accounts.size();
		}
	}
}
