package org.postkontor.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;
import org.postkontor.store.ExclusiveUse;
import org.postkontor.store.NetworkHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything on disk, opened: table, spool, locks. Needs no OSGi. Thread-safe. */
final class OutboxCore implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(OutboxCore.class);

	private final Surroundings around;
	private final Database database;
	private final SqliteOutboxStore mails;
	private final MailList list;
	private final SharedList shared;
	private final SharedForecast forecast = new SharedForecast();
	private final DueMails due;
	private final LaneTable lanes;
	private final DoubtTable doubts;
	private final HandedOverTable handedOver;
	private final LogTable log;
	private final SizeLimits sizeLimits;
	private final LogRetention retention;
	private final TidyingRule tidying;
	private final Housekeeping housekeeping;
	private final SendingBudgets budgets = SendingBudgets.known();
	private final IdleLines idleLines = new IdleLines(IdleLines.IDLE);
	private final SendingNow sending = new SendingNow();
	private final FileSpool spool;
	private final Submitter submitter;
	private final ExclusiveUse drainLock;
	private final ChangeNotifier changes;
	private final UnrecordedAnswers unrecorded = new UnrecordedAnswers();
	private final AtomicBoolean leftoversRemoved = new AtomicBoolean();
	private volatile boolean closing;

	/** @param folder of the outbox, created if it is missing */
	OutboxCore(Path folder, Surroundings around, ChangeNotifier changes) throws ProblemException {
		this.around = around;
		this.changes = changes;
		try {
			around.files().folder(folder);
			NetworkHome.refuse(folder, OutboxProblems.STORAGE);
			spool = new FileSpool(folder, around.files());
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(folder, e);
		}
		database = Database.open(folder.resolve("outbox.db"), OutboxSchema.TABLES, around.files(), OutboxProblems.STORAGE, around.crash());
		mails = new SqliteOutboxStore(database);
		list = new MailList(database);
		shared = new SharedList(database);
		due = new DueMails(database);
		lanes = new LaneTable(database);
		doubts = new DoubtTable(database);
		handedOver = new HandedOverTable(database);
		log = new LogTable(database);
		sizeLimits = new SizeLimits(database);
		SettingTable settings = new SettingTable(database);
		retention = new LogRetention(settings, log);
		tidying = new TidyingRule(settings);
		housekeeping = new Housekeeping(this, settings);
		submitter = new Submitter(spool.folder(), around.files(), around.random());
		drainLock = new ExclusiveUse(folder.resolve("drain.lock"), around.files(), OutboxProblems.STORAGE);
	}

	Surroundings around() {
		return around;
	}

	Database database() {
		return database;
	}

	SqliteOutboxStore mails() {
		return mails;
	}

	MailList list() {
		return list;
	}

	SharedList shared() {
		return shared;
	}

	SharedForecast forecast() {
		return forecast;
	}

	DueMails due() {
		return due;
	}

	DoubtTable doubts() {
		return doubts;
	}

	HandedOverTable handedOver() {
		return handedOver;
	}

	SizeLimits sizeLimits() {
		return sizeLimits;
	}

	LogTable log() {
		return log;
	}

	LogRetention retention() {
		return retention;
	}

	TidyingRule tidying() {
		return tidying;
	}

	Housekeeping housekeeping() {
		return housekeeping;
	}

	SendingBudgets budgets() {
		return budgets;
	}

	IdleLines idleLines() {
		return idleLines;
	}

	SendingNow sending() {
		return sending;
	}

	LaneTable lanes() {
		return lanes;
	}

	FileSpool spool() {
		return spool;
	}

	Submitter submitter() {
		return submitter;
	}

	ExclusiveUse drainLock() {
		return drainLock;
	}

	ChangeNotifier changes() {
		return changes;
	}

	UnrecordedAnswers unrecorded() {
		return unrecorded;
	}

	boolean isClosing() {
		return closing;
	}

	/** Once per process: files of submits that ended before they were accepted, and of mails that were just given up. */
	void removeLeftovers() throws ProblemException {
		if (leftoversRemoved.getAndSet(true)) {
			return;
		}
		try {
			List<OutboxId> files = spool.ids();
			for (OutboxId id : mails.unknown(files)) {
				if (!submitter.isAlive(id) && !mails.knows(id)) {
					LOG.info("removing the leftover of an interrupted submit: {}", id);
					spool.delete(id);
				}
			}
			forgetDone(files);
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(spool.folder(), e);
		}
	}

	/** The bytes of those go that are off the list for good and filed, if they were sent. */
	void forgetDone(List<OutboxId> ids) throws ProblemException {
		mails.done(ids).forEach(this::delete);
	}

	private void delete(OutboxId id) {
		try {
			spool.delete(id);
		} catch (IOException e) {
			LOG.warn("cannot delete the bytes of {}", id, e);
		}
	}

	/** A running drain stops before its next boundary. */
	void stop() {
		closing = true;
	}

	@Override
	public void close() {
		closing = true;
		for (AutoCloseable part : new AutoCloseable[] { idleLines, submitter, drainLock, database }) {
			try {
				part.close();
			} catch (Exception e) {
				LOG.warn("closing failed", e);
			}
		}
	}
}
