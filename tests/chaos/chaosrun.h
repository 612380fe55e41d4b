#pragma once

#include "tests/chaos/chaosoptions.h"
#include "tests/chaos/serverprocess.h"
#include "tests/chaos/talk.h"
#include "tests/chaos/troubledproxy.h"

#include <QElapsedTimer>

namespace tincan::chaos {

/// One run: people talk through a storm in which connections, clients and the server die; then it calms down,
/// and everybody's picture of the room is held against what was said.
class ChaosRun : public QObject
{
    Q_OBJECT

public:
    explicit ChaosRun(const ChaosOptions &options);

    void start(); ///< finished() follows

    QStringList failures() const { return m_failures; }
    QString summary() const;

Q_SIGNALS:
    void finished();

private:
    enum class Stage
    {
        Storm,
        Calm,        ///< until everybody has what is new
        ReadingBack, ///< until everybody has what is old
        Over
    };
    struct Tally
    {
        int cuts = 0;
        int halfCloses = 0;
        int stalls = 0;
        int clientDeaths = 0;
        int serverDeaths = 0;
    };

    void serverListens(quint16 port);
    void serverGone();
    void comeIn();
    std::unique_ptr<NativeMember> newNative(int place, const QSet<int> &open = {});
    void tick();
    void talkOn();
    void strike();
    void cutSomething();
    void dropSomebody();
    void killServer();
    void calmDown();
    bool isSettled() const;
    void readBack();
    bool hasReadBack() const;
    void judge();
    void reportConditions();
    void watchProgress();
    void fail(const QString &what);
    void finish();

    ChaosOptions m_options;
    Dice m_dice;
    ServerProcess m_server;
    TroubledProxy m_proxy;
    Ledger m_ledger;
    Talk m_talk;
    Natives m_natives;
    Plains m_plains;
    std::unique_ptr<NativeMember> m_auditor;
    QTimer m_tick;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceProgress;
    qint64 m_progress = 0;
    int m_struckAt = 0; ///< acknowledged messages that may have brought something about
    int m_lives = 0;
    Stage m_stage = Stage::Storm;
    Tally m_tally;
    QStringList m_failures;
};

} // namespace tincan::chaos
