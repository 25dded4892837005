package org.postkontor.account.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.internal.AccountFormat.DamagedException;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.store.OwnerOnly;
import org.postkontor.store.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one folder, read again only when their stamp changed. For one thread at a time. */
final class AccountFiles {
	private static final Logger LOG = LoggerFactory.getLogger(AccountFiles.class);
	private static final long LARGEST = 1 << 20;

	private final Path folder;
	private final PrivateFiles disk = new PrivateFiles();
	private final AccountFormat format = new AccountFormat();
	private final Map<Path, Known> known = new HashMap<>();
	private final Map<Path, String> reasons = new HashMap<>();
	private @Nullable Problem unreadableFolder;

	/** @param stamp changes with each replacement: the file key is another inode then */
	private record Known(List<Object> stamp, int version, @Nullable Account account, @Nullable Problem problem) {
		static Known bad(Problem problem) {
			return new Known(List.of(), 0, null, problem);
		}
	}

	AccountFiles(Path folder) {
		this.folder = folder;
	}

	Path file(AccountId id) {
		return folder.resolve(id + ".json");
	}

	private Path corrupt() {
		return folder.resolve("corrupt");
	}

	/** Takes in what this or another process changed. */
	void refresh() {
		List<Path> files = list(folder, ".json");
		known.keySet().retainAll(files);
		files.forEach(this::refresh);
	}

	private void refresh(Path file) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			List<Object> stamp = List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
			Known before = known.get(file);
			if (before == null || !before.stamp().equals(stamp)) {
				known.put(file, load(file, stamp));
			}
		} catch (NoSuchFileException e) {
			known.remove(file); // removed by another process meanwhile
		} catch (IOException e) {
			LOG.warn("account file {}", file.getFileName(), e);
			known.put(file, Known.bad(problem("account.unreadable", Fixer.OFFICE_IT, file)));
		} catch (DamagedException e) {
			LOG.warn("damaged account file {}: {}", file.getFileName(), e.getMessage());
			known.remove(file);
			moveAside(file, String.valueOf(e.getMessage()));
		}
	}

	private Known load(Path file, List<Object> stamp) throws IOException, DamagedException {
		String text = text(file);
		int version = format.version(text);
		if (version > AccountFormat.VERSION) {
			return new Known(stamp, version, null, problem("account.newer", Fixer.OFFICE_IT, file).with("version", version));
		}
		Account account = format.read(text);
		if (!file.equals(file(account.id()))) {
			throw new DamagedException("the id is not the file's name", null);
		}
		return new Known(stamp, version, account, null);
	}

	private static String text(Path file) throws IOException, DamagedException {
		if (Files.size(file) > LARGEST) {
			throw new DamagedException("too large", null);
		}
		try {
			return Files.readString(file);
		} catch (CharacterCodingException e) {
			throw new DamagedException("no UTF-8 text", e);
		}
	}

	private void moveAside(Path file, String reason) {
		try {
			OwnerOnly.makeFolder(corrupt());
			Path target = Files.createTempFile(corrupt(), String.valueOf(file.getFileName()).replace(".json", "-"), ".json");
			Files.move(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			disk.forceFolder(corrupt());
			reasons.put(target, reason);
		} catch (IOException e) {
			LOG.warn("cannot move {} aside", file.getFileName(), e);
			known.put(file, Known.bad(problem("account.damaged", Fixer.OFFICE_IT, file).detail("reason", reason)));
		}
	}

	List<Account> accounts() {
		return known.values().stream().map(Known::account).filter(java.util.Objects::nonNull).map(a -> (Account) a).toList();
	}

	/** True if there is a file of this id that must stay as it is. */
	@Nullable
	Problem obstacle(AccountId id) {
		Known file = known.get(file(id));
		return file == null ? null : file.problem();
	}

	List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		new TreeMap<>(known).values().stream().map(Known::problem).filter(java.util.Objects::nonNull).map(p -> (Problem) p).forEach(problems::add);
		for (Path file : list(corrupt(), ".json")) {
			problems.add(problem("account.damaged", Fixer.OFFICE_IT, file).detail("reason", reasons.getOrDefault(file, "found earlier")));
		}
		Problem folderProblem = unreadableFolder;
		if (folderProblem != null) {
			problems.add(folderProblem);
		}
		return problems;
	}

	void write(Account account) throws IOException {
		OwnerOnly.makeFolder(folder);
		Path file = file(account.id());
		String text = format.write(account);
		Known before = known.get(file);
		if (before != null && before.version() < AccountFormat.VERSION) {
			replace(backup(file, before.version()), Files.readAllBytes(file));
		}
		replace(file, text.getBytes(StandardCharsets.UTF_8));
	}

	private void replace(Path file, byte[] content) throws IOException {
		disk.replace(file, folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp"), content);
	}

	/** Where a file of an earlier format stays when its account is saved in this one. */
	private static Path backup(Path file, int version) {
		return file.resolveSibling(file.getFileName() + ".v" + version + ".backup");
	}

	void delete(AccountId id) throws IOException {
		for (int version = 1; version < AccountFormat.VERSION; version++) {
			Files.deleteIfExists(backup(file(id), version));
		}
		if (Files.deleteIfExists(file(id))) {
			disk.forceFolder(folder);
		}
	}

	private List<Path> list(Path where, String end) {
		if (!Files.isDirectory(where)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(where)) {
			unreadableFolder = null;
			return files.filter(f -> String.valueOf(f.getFileName()).endsWith(end)).sorted().toList();
		} catch (IOException e) {
			LOG.warn("account folder", e);
			unreadableFolder = problem("account.unreadable", Fixer.OFFICE_IT, where);
			return List.copyOf(known.keySet());
		}
	}

	private static Problem problem(String id, Fixer fixer, Path file) {
		return Problem.of(id, ProblemKind.STORAGE, fixer, id.equals("account.newer") ? Remedy.UPDATE_PRODUCT : Remedy.NONE).with("file", file);
	}
}
