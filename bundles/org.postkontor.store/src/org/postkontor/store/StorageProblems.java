package org.postkontor.store;

import java.nio.file.Path;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * What can go wrong with a store, under the caller's name: ids are {@code <topic>.newer}, {@code .network-home},
 * {@code .storage}, {@code .disk-full}, {@code .database}, {@code .unsafe} and {@code .busy}. The bundle that owns the topic
 * has the texts of all of them. Immutable.
 *
 * @param topic first part of the ids, e.g. {@code outbox}
 */
public record StorageProblems(String topic) {

	/** Another release wrote the file: it is only read. Values {@code file}, {@code version}, {@code known}. */
	public ProblemException newer(Path file, int version, int known) {
		return new ProblemException(of("newer", Fixer.USER, Remedy.UPDATE_PRODUCT).with("file", file).with("version", version).with("known", known));
	}

	/** Values {@code folder}, {@code type}. */
	public ProblemException networkHome(Path folder, String type) {
		return new ProblemException(of("network-home", Fixer.OFFICE_IT, Remedy.NONE).with("folder", folder).with("type", type));
	}

	/** Reading or writing failed. Value {@code file}. */
	public ProblemException storage(Path file, Throwable cause) {
		return new ProblemException(of("storage", Fixer.USER, Remedy.FREE_SPACE).with("file", file).detail("reason", cause), cause);
	}

	/** The disk is full. Value {@code file}. */
	public ProblemException full(Path file, Throwable cause) {
		return new ProblemException(of("disk-full", Fixer.USER, Remedy.FREE_SPACE).with("file", file), cause);
	}

	/** The file is no database or a damaged one. Value {@code file}. */
	public ProblemException database(Path file, Throwable cause) {
		return new ProblemException(of("database", Fixer.OFFICE_IT, Remedy.REPORT).with("file", file).detail("reason", cause), cause);
	}

	/** The database would not force what it commits. Value {@code file}. */
	public ProblemException unsafe(Path file, String setting, String value) {
		return new ProblemException(
				of("unsafe", Fixer.OFFICE_IT, Remedy.REPORT).with("file", file).detail("setting", setting).detail("value", value));
	}

	/** Somebody else has the exclusive use; kind BUSY, time helps. */
	public ProblemException busy() {
		return new ProblemException(Problem.of(topic + ".busy", ProblemKind.BUSY, Fixer.TIME, Remedy.NONE));
	}

	private Problem of(String name, Fixer fixer, Remedy remedy) {
		return Problem.of(topic + "." + name, ProblemKind.STORAGE, fixer, remedy);
	}
}
