#include "ui/widgets/rowheightindex.h"

#include <algorithm>
#include <bit>

namespace tincan {

namespace {

size_t lowBit(size_t node)
{
    return node & (~node + 1);
}

} // namespace

qint64 RowHeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (size_t node = size_t(row); node > 0; node -= lowBit(node)) {
        sum += m_tree[node - 1];
    }
    return sum;
}

int RowHeightIndex::rowAt(qint64 y) const
{
    if (m_heights.empty()) {
        return -1;
    }
    size_t node = 0;
    for (size_t step = std::bit_floor(m_tree.size()); step > 0; step /= 2) {
        const size_t next = node + step;
        if (next <= m_tree.size() && m_tree[next - 1] <= y) {
            node = next;
            y -= m_tree[next - 1];
        }
    }
    return std::min(int(node), count() - 1);
}

void RowHeightIndex::setHeight(int row, int height)
{
    const int difference = height - m_heights[size_t(row)];
    m_heights[size_t(row)] = height;
    m_exact[size_t(row)] = true;
    for (size_t node = size_t(row) + 1; difference != 0 && node <= m_tree.size(); node += lowBit(node)) {
        m_tree[node - 1] += difference;
    }
}

void RowHeightIndex::insert(int row, int count, int estimate)
{
    if (row == this->count() && count <= row) {
        for (int i = 0; i < count; ++i) {
            append(estimate);
        }
        return;
    }
    m_heights.insert(m_heights.begin() + row, size_t(count), estimate);
    m_exact.insert(m_exact.begin() + row, size_t(count), false);
    rebuild();
}

void RowHeightIndex::remove(int row, int count)
{
    m_heights.erase(m_heights.begin() + row, m_heights.begin() + row + count);
    m_exact.erase(m_exact.begin() + row, m_exact.begin() + row + count);
    if (row == this->count()) {
        m_tree.resize(m_heights.size());
    } else {
        rebuild();
    }
}

void RowHeightIndex::clear()
{
    m_heights.clear();
    m_exact.clear();
    m_tree.clear();
}

void RowHeightIndex::doubtAll()
{
    std::fill(m_exact.begin(), m_exact.end(), false);
}

void RowHeightIndex::append(int height)
{
    m_heights.push_back(height);
    m_exact.push_back(false);
    const size_t node = m_heights.size();
    const size_t covered = node - lowBit(node);
    qint64 sum = height;
    for (size_t part = node - 1; part > covered; part -= lowBit(part)) {
        sum += m_tree[part - 1];
    }
    m_tree.push_back(sum);
}

void RowHeightIndex::rebuild()
{
    m_tree.assign(m_heights.begin(), m_heights.end());
    for (size_t node = 1; node <= m_tree.size(); ++node) {
        const size_t parent = node + lowBit(node);
        if (parent <= m_tree.size()) {
            m_tree[parent - 1] += m_tree[node - 1];
        }
    }
}

} // namespace tincan
