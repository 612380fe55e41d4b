#include "ui/models/connectionwords.h"
#include "ui/models/moderationwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const QList<ConnectFailure> failures{
    ConnectFailure::UnknownHost,   ConnectFailure::Refused,  ConnectFailure::Unreachable,
    ConnectFailure::TimedOut,      ConnectFailure::Lost,     ConnectFailure::HostClosed,
    ConnectFailure::NameTaken,     ConnectFailure::BadName,  ConnectFailure::Full,
    ConnectFailure::WrongPassword, ConnectFailure::Banned,   ConnectFailure::NotAllowed,
    ConnectFailure::CutOff,        ConnectFailure::NeedsTls, ConnectFailure::HidesTls,
    ConnectFailure::NotUnderstood, ConnectFailure::WrongKey, ConnectFailure::BadCertificate,
    ConnectFailure::NeedsPassword};

} // namespace

class TestConnectionWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasItsOwnSentenceAndAStep();
    void nobodyAnswered();
    void aFreeNameIsOffered();
    void noClickLeadsPastAnotherKey();
    void whoWasSentAwayReadsWhyAndMayComeBack();
    void whoIsBannedReadsUntilWhen();
    void waitingCountsDown();
    void connectingNamesTheAddress();
    void allIsWellWithoutWords();
    void theTechnicalTextIsForDetails();
    void everyErrorHasASentence();
    void whyAnActWasRefusedIsShown();
    void whyAMessageWasRefusedIsShown();
    void aPostsErrorSpeaksOfTheMessage();
    void everyAddressProblemHasItsOwnSentence();

private:
    static RoomAddress address()
    {
        RoomAddress address;
        address.host = u"192.168.1.20"_s;
        return address;
    }
    static StateWords stopped(ConnectFailure failure)
    {
        ConnectionState state;
        state.phase = Phase::Stopped;
        state.failure = failure;
        state.detail = u"errno 111"_s;
        return ConnectionWords::forState(state, address(), u"Ada"_s);
    }
};

void TestConnectionWords::everyFailureHasItsOwnSentenceAndAStep()
{
    QSet<QString> sentences;
    for (const ConnectFailure failure : failures) {
        const StateWords words = stopped(failure);
        QVERIFY2(!words.sentence.isEmpty(), qPrintable(QString::number(int(failure))));
        QVERIFY(words.problem);
        const bool hasPage = failure == ConnectFailure::WrongKey || failure == ConnectFailure::HidesTls;
        QCOMPARE(words.step == NextStep::None, hasPage);
        QCOMPARE(words.stepText.isEmpty(), hasPage);
        sentences.insert(words.sentence);
    }
    QCOMPARE(sentences.size(), failures.size());
}

void TestConnectionWords::nobodyAnswered()
{
    const StateWords words = stopped(ConnectFailure::Refused);
    QCOMPARE(words.sentence, u"Nobody answered at 192.168.1.20, port 4040. Is the room open?"_s);
    QCOMPARE(words.step, NextStep::TryAgain);
}

void TestConnectionWords::aFreeNameIsOffered()
{
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::NameTaken;
    state.suggestion = u"Ada-2"_s;
    const StateWords words = ConnectionWords::forState(state, address(), u"Ada"_s);
    QCOMPARE(words.sentence, u"Somebody here is called Ada already."_s);
    QCOMPARE(words.step, NextStep::ChangeName);
    QCOMPARE(words.stepText, u"Join as Ada-2"_s);
    QCOMPARE(words.suggestion, u"Ada-2"_s);
    state.suggestion.clear();
    QCOMPARE(ConnectionWords::forState(state, address(), u"Ada"_s).stepText, u"Change the Name…"_s);
}

void TestConnectionWords::noClickLeadsPastAnotherKey()
{
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::WrongKey;
    const StateWords words = ConnectionWords::forState(state, address(), u"Ada"_s);
    QCOMPARE(words.sentence, u"192.168.1.20 is not the computer that it was before."_s);
    QCOMPARE(words.step, NextStep::None);
}

void TestConnectionWords::whoWasSentAwayReadsWhyAndMayComeBack()
{
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::Banned;
    state.sentAway = true;
    state.detail = u"Mo removed you: spam"_s;
    const StateWords words = ConnectionWords::forState(state, address(), u"Ada"_s);
    QCOMPARE(words.sentence, u"You were sent away from 192.168.1.20. It says: “Mo removed you: spam”"_s);
    QCOMPARE(words.step, NextStep::ComeBack);
    QCOMPARE(words.stepText, u"Come Back"_s);
}

void TestConnectionWords::whoIsBannedReadsUntilWhen()
{
    constexpr std::int64_t evening = 1'795'467'600'000;
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::Banned;
    state.sentAway = true;
    state.until = evening;
    const StateWords sent = ConnectionWords::forState(state, address(), u"Ada"_s);
    QVERIFY(sent.sentence.endsWith(u"This ends on %1."_s.arg(ModerationWords::moment(evening))));
    QVERIFY(sent.step != NextStep::ComeBack);
    state.sentAway = false;
    const StateWords kept = ConnectionWords::forState(state, address(), u"Ada"_s);
    QVERIFY(kept.sentence.startsWith(u"You may not come in to 192.168.1.20."_s));
    QVERIFY(kept.step != NextStep::ComeBack);
}

void TestConnectionWords::waitingCountsDown()
{
    ConnectionState state;
    state.phase = Phase::Waiting;
    state.failure = ConnectFailure::Lost;
    state.retryIn = 3000;
    QCOMPARE(ConnectionWords::forState(state, address(), {}).sentence,
             u"The connection to 192.168.1.20 was lost. Reconnecting in 3 s."_s);
    QCOMPARE(ConnectionWords::forState(state, address(), {}, 1001).sentence,
             u"The connection to 192.168.1.20 was lost. Reconnecting in 2 s."_s);
    const StateWords now = ConnectionWords::forState(state, address(), {}, -5);
    QCOMPARE(now.sentence, u"The connection to 192.168.1.20 was lost. Reconnecting…"_s);
    QCOMPARE(now.step, NextStep::TryNow);
    state.failure = ConnectFailure::None;
    QCOMPARE(ConnectionWords::forState(state, address(), {}).sentence, u"Reconnecting in 3 s."_s);
}

void TestConnectionWords::connectingNamesTheAddress()
{
    for (const Phase phase : {Phase::Connecting, Phase::Entering}) {
        ConnectionState state;
        state.phase = phase;
        const StateWords words = ConnectionWords::forState(state, address(), {});
        QVERIFY(words.sentence.contains(u"192.168.1.20"_s));
        QVERIFY(!words.problem);
    }
}

void TestConnectionWords::allIsWellWithoutWords()
{
    ConnectionState state;
    state.phase = Phase::Online;
    const StateWords words = ConnectionWords::forState(state, address(), {});
    QCOMPARE(words.sentence, QString());
    QCOMPARE(words.step, NextStep::None);
    QCOMPARE(words.stepText, QString());
}

void TestConnectionWords::theTechnicalTextIsForDetails()
{
    const StateWords words = stopped(ConnectFailure::Unreachable);
    QCOMPARE(words.details, u"errno 111"_s);
    QVERIFY(!words.sentence.contains(u"errno"_s));
}

void TestConnectionWords::everyErrorHasASentence()
{
    for (int code = 0; code <= int(ErrorCode::Closing); ++code) {
        const Error error{ErrorCode(code), u"raw"_s};
        QVERIFY(!ConnectionWords::forError(error).isEmpty());
        QVERIFY(!ConnectionWords::forPostError(error).isEmpty());
        QVERIFY(!ConnectionWords::forError(error).contains(u"raw"_s));
    }
}

void TestConnectionWords::whyAnActWasRefusedIsShown()
{
    QCOMPARE(ConnectionWords::forRefusedAct({ErrorCode::BadField, u"There is no such ban."_s}),
             u"That was refused. The host says: “There is no such ban.”"_s);
    QCOMPARE(ConnectionWords::forRefusedAct({ErrorCode::NotAllowed, {}}), u"You may not do that here."_s);
}

void TestConnectionWords::whyAMessageWasRefusedIsShown()
{
    const Error full{ErrorCode::Full, u"The server's disk is full."_s};
    QVERIFY(ConnectionWords::forPostError(full).endsWith(u"“The server's disk is full.”"_s));
    QVERIFY(ConnectionWords::forChangeError(full).endsWith(u"“The server's disk is full.”"_s));
    const Error left{ErrorCode::NotAllowed, u"Bo has left."_s};
    QVERIFY(ConnectionWords::forPostError(left).endsWith(u"“Bo has left.”"_s));
    const Error owners{ErrorCode::NotAllowed, u"Nobody else can delete what the owner said."_s};
    QVERIFY(ConnectionWords::forChangeError(owners).contains(owners.message));
    QCOMPARE(ConnectionWords::forPostError({ErrorCode::NotAllowed, {}}), u"You may not write here."_s);
    QCOMPARE(ConnectionWords::forChangeError({ErrorCode::NotAllowed, {}}),
             u"Only who wrote a message can change it."_s);
}

void TestConnectionWords::aPostsErrorSpeaksOfTheMessage()
{
    QCOMPARE(ConnectionWords::forPostError({ErrorCode::TooLong, {}}),
             u"The message is too long for this room."_s);
    QCOMPARE(ConnectionWords::forPostError({ErrorCode::NoSuchRoom, {}}),
             u"You are no longer in this room."_s);
}

void TestConnectionWords::everyAddressProblemHasItsOwnSentence()
{
    QSet<QString> sentences;
    const QList<AddressProblem> problems{AddressProblem::Empty, AddressProblem::BadHost,
                                         AddressProblem::BadPort, AddressProblem::BadFingerprint,
                                         AddressProblem::OtherScheme};
    for (const AddressProblem problem : problems) {
        sentences.insert(ConnectionWords::forAddress(problem));
    }
    QCOMPARE(sentences.size(), problems.size());
    QVERIFY(!sentences.contains(QString()));
}

QTEST_GUILESS_MAIN(TestConnectionWords)
#include "tst_connectionwords.moc"
