#include "ui/widgets/rowgeometry.h"

namespace tincan {

RowGeometry::RowGeometry(Layouter layouter) : m_layouter(std::move(layouter)) {}

void RowGeometry::reset(int rows)
{
    m_layouts.clear();
    m_heights.clear();
    m_heights.insert(0, rows, m_estimate);
}

void RowGeometry::insert(int first, int count)
{
    m_heights.insert(first, count, m_estimate);
    shift(first, count);
}

void RowGeometry::remove(int first, int count)
{
    m_heights.remove(first, count);
    m_layouts.erase(m_layouts.lower_bound(first), m_layouts.lower_bound(first + count));
    shift(first, -count);
}

void RowGeometry::doubt(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_heights.doubt(row);
    }
    m_layouts.erase(m_layouts.lower_bound(first), m_layouts.upper_bound(last));
}

void RowGeometry::doubtAll()
{
    m_heights.doubtAll();
    m_layouts.clear();
}

const MessageLayout &RowGeometry::layout(int row)
{
    std::unique_ptr<MessageLayout> &slot = m_layouts[row];
    if (!slot) {
        slot = m_layouter(row);
        m_heights.setHeight(row, slot->height());
    }
    return *slot;
}

bool RowGeometry::measure(int row)
{
    if (m_heights.isExact(row)) {
        return false;
    }
    const int before = m_heights.height(row);
    layout(row);
    return m_heights.height(row) != before;
}

void RowGeometry::keepOnly(int first, int last)
{
    m_layouts.erase(m_layouts.begin(), m_layouts.lower_bound(first));
    m_layouts.erase(m_layouts.upper_bound(last), m_layouts.end());
}

void RowGeometry::shift(int first, int by)
{
    std::map<int, std::unique_ptr<MessageLayout>> shifted;
    for (auto &[row, layout] : m_layouts) {
        shifted.emplace_hint(shifted.end(), row < first ? row : row + by, std::move(layout));
    }
    m_layouts.swap(shifted);
}

} // namespace tincan
