#include "app/standardinput.h"

#include <QSemaphore>
#include <QThread>

#include <array>
#include <io.h>

namespace tincan {

/// Windows cannot wait for its standard input together with sockets: a thread reads it, one chunk for each
/// credit, and a credit is given when the last chunk was delivered and reading is wanted.
class StandardInput::Private
{
public:
    struct Channel
    {
        QSemaphore credits;
    };

    explicit Private(StandardInput &input) : q(input)
    {
        // The thread may sit in a read that nothing can end; it owns what it needs and dies with the program.
        QThread *const thread = QThread::create([this, channel = channel] { run(*channel); });
        thread->start();
    }

    void run(Channel &shared)
    {
        for (;;) {
            shared.credits.acquire();
            std::array<char, 64 * 1024> buffer;
            const int count = _read(0, buffer.data(), unsigned(buffer.size()));
            const QByteArray bytes(buffer.data(), count > 0 ? count : 0);
            QMetaObject::invokeMethod(
                &q, [this, bytes] { deliver(bytes); }, Qt::QueuedConnection);
            if (bytes.isEmpty()) {
                return;
            }
        }
    }

    void deliver(const QByteArray &bytes)
    {
        waiting = false;
        if (bytes.isEmpty()) {
            finished = true;
            Q_EMIT q.ended();
            return;
        }
        Q_EMIT q.received(bytes);
        setReading(reading);
    }

    void setReading(bool wanted)
    {
        reading = wanted;
        if (reading && !waiting && !finished) {
            waiting = true;
            channel->credits.release();
        }
    }

    StandardInput &q;
    std::shared_ptr<Channel> channel = std::make_shared<Channel>();
    bool reading = false;
    bool waiting = false; ///< a chunk is on its way
    bool finished = false;
};

StandardInput::StandardInput(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this)) {}

StandardInput::~StandardInput() = default;

bool StandardInput::isTerminal()
{
    return _isatty(0) != 0;
}

void StandardInput::setReading(bool reading)
{
    d->setReading(reading);
}

} // namespace tincan
