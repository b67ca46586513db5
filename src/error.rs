//! What can go wrong. Knows no HTTP status and no words: `web::error_page` gives it both, in the reader's language.

/// Why a deed was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// The actor may see it but not do this.
    #[error("forbidden")]
    Forbidden,
    /// The actor must sign in first.
    #[error("sign in first")]
    SignIn,
    /// The actor must do something else first, and may then.
    #[error("first: {0:?}")]
    First(First),
    /// The deed no longer fits the state of things.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The request is not one a form of ours makes.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// The body is larger than the address takes.
    #[error("too large")]
    TooLarge,
    /// Too many requests from one place; try again after so many seconds.
    #[error("too many requests, wait {0} s")]
    TooMany(u64),
    /// The database cannot be reached or is overloaded: nothing was done.
    #[error("busy")]
    Busy,
    /// Everything can be read and nothing written: the disk is full, or the database is read-only. Nothing was done.
    #[error("nothing can be written now")]
    ReadOnly,
    /// The database said no for a reason we did not foresee.
    #[error("database: {0}")]
    Database(#[from] diesel::result::Error),
    /// Something inside is not as it must be.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// An internal fault with its reason, for the log only.
    pub fn internal(reason: impl std::fmt::Display) -> Error {
        Error::Internal(reason.to_string())
    }
}

/// What somebody owes before their roles count, or before a dangerous deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// A password of their own.
    Password,
    /// The second step of signing in.
    SecondStep,
    /// A fresh proof of who they are.
    Proof,
}

/// A rule said no. Each has one sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else changed it first; look again.
    AlreadyDone,
    /// The concern is closed.
    ConcernClosed,
    /// The concern is not closed.
    ConcernOpen,
    /// The thirty days to say whether it is fixed are over.
    OutcomeTooLate,
    /// The concern is sealed and never becomes public.
    Sealed,
    /// Already with a service that has not answered.
    ReferralPending,
    /// The patrol is closed.
    PatrolClosed,
    /// The last stop has not ended.
    StopOpen,
    /// The meeting is full and its waiting list too.
    MeetingFull,
    /// The meeting lies in the past or was cancelled.
    MeetingOver,
    /// The meeting has not begun.
    MeetingNotYet,
    /// The minutes are locked.
    MinutesLocked,
    /// The meeting is reserved, and the invitation is missing or wrong.
    NotInvited,
    /// The minutes are still open to corrections, or one has no answer.
    MinutesOpen,
    /// The thread is locked.
    ThreadLocked,
    /// The committee lets them write only now and then.
    PostSlowed,
    /// The committee does not let them write for now.
    PostBlocked,
    /// A part of it is black: it stays as it is.
    PostMasked,
    /// They wrote the same words today.
    PostTwice,
    /// They wrote too much in a few minutes.
    PostFlood,
    /// The two threads are not read by the same people.
    OtherReaders,
    /// The name is taken.
    Taken,
    /// Police and moderator do not go together.
    PoliceModerates,
    /// The unit has as many priorities as it may.
    PrioritiesFull,
    /// The account still holds open files.
    HoldsFiles,
    /// The account still holds a role.
    HoldsRole,
    /// Who asked does not decide: two people, always.
    SamePerson,
    /// The identity is not there any more, or cannot be opened by this key.
    IdentityGone,
    /// Police and relay do not go together.
    PoliceRelays,
    /// The slip has its concern already.
    SlipUsed,
    /// The slip was made void.
    SlipVoid,
    /// The sheet was shown, and is shown once only.
    SlipsShown,
    /// No slip has this code or serial.
    SlipUnknown,
    /// They said « moi aussi » already, or told it themselves.
    Counted,
    /// The concern is followed in another one, or others in it.
    Merged,
    /// The papers open what this key does not: made anew, nobody would open it.
    PapersOpenMore,
    /// As many questions of the place wait for its committee as may.
    RumoursWait,
    /// They keep as many lists as can be kept.
    ListsMany,
    /// They follow as much as can be followed.
    FollowsMany,
    /// A voice note that nobody has written down cannot be published.
    NotWritten,
    /// They flagged this message before.
    AlreadyFlagged,
    /// They appealed against this decision before, or nothing was decided that they could appeal against.
    NoAppeal,
    /// Nobody decides on their own words.
    OwnWords,
    /// Nobody supports their own question.
    OwnQuestion,
    /// Whoever moderates says where everybody reads it what leads to somebody.
    Guarded,
    /// Nobody gives themselves a role.
    OwnRole,
    /// One person does not give a password and take the second step off.
    BothKeys,
    /// Nobody could keep the original of what is to be blacked out.
    NobodyKeeps,
    /// The original is not there any more, or this key does not open it.
    OriginalGone,
    /// The form has grown too old; open the page again.
    StaleForm,
}

/// What most functions return.
pub type Result<T> = std::result::Result<T, Error>;
