"""A small law of elections with every kind of deadline."""

LAW = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ủy ban bầu cử | election committee: tổ chức.
  Tổ bầu cử | polling team: tổ chức.
  Cử tri | voter: chủ thể.
  Người ứng cử | candidate: chủ thể.
  Ngày bầu cử | election day: ngày được hỏi.
  Ngày bầu cử bổ sung | by-election day: ngày.
  Có hải đảo | islands: có hoặc không, nói "có hải đảo" | "has islands".
  Công bố ngày bầu cử | announcement of election day: sự kiện.
  Lập danh sách | making of the list: sự kiện.
  Niêm yết danh sách | posting of the list: sự kiện.
  Khiếu nại danh sách | complaint on the list: sự kiện.
  Giải quyết khiếu nại | settlement of the complaint: sự kiện.
  Vận động | campaign: sự kiện.
  Đổi người ứng cử | replacement of candidates: sự kiện.
  Bỏ phiếu ở đảo | island voting: sự kiện.
  Bỏ phiếu | voting: sự kiện.
  Bắt đầu bỏ phiếu | start of voting: sự kiện có giờ.
  Rút tên | withdrawal: sự kiện có giờ.
  Công bố kết quả | publication of the result: sự kiện.
  Kết quả công bố ngày | published on: ngày thực hiện công bố kết quả.
  Khiếu nại kết quả | complaint on the result: sự kiện.
  Giao phiếu | delivery of the ballots: sự kiện.
  Hủy phiếu | burning of the ballots: sự kiện.

văn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.
  Đã đọc văn bản chính thức.

điều 1
  Ngày bầu cử phải là chủ nhật.
  Chậm nhất là 115 ngày trước ngày bầu cử, Quốc hội quyết định công bố ngày bầu cử.
  Cách hiểu: Quốc hội là cơ quan công bố; nguồn: luật không nói cơ quan nào.

điều 2
  Chậm nhất là 105 ngày trước ngày bầu cử, Ủy ban bầu cử và Tổ bầu cử phải lập danh sách.
  Niêm yết danh sách chậm nhất là 40 ngày trước ngày bầu cử.
  Chưa xác nhận: theo trí nhớ.

điều 3
  Trong thời hạn 30 ngày kể từ ngày niêm yết danh sách, Cử tri có quyền khiếu nại danh sách.
  Trong thời hạn 5 ngày kể từ khiếu nại danh sách, Ủy ban bầu cử phải giải quyết khiếu nại.
  Nguồn thứ cấp: hai trang trích giống nhau.

điều 4
  Trong thời hạn 10 ngày trước ngày bầu cử, Người ứng cử phải vận động.
  Đến ngày bầu cử, Người ứng cử không được đổi người ứng cử.
  Khi có hải đảo thì vào ngày bầu cử, Tổ bầu cử phải bỏ phiếu ở đảo.

điều 5
  Từ 07:00 đến 19:00 của ngày bầu cử, Tổ bầu cử phải bỏ phiếu.
  Bắt đầu bỏ phiếu lúc 07:00 của ngày bầu cử.
  Chậm nhất là 24 giờ trước bắt đầu bỏ phiếu, Người ứng cử có quyền rút tên.

điều 6
  Công bố kết quả chậm nhất là 20 ngày sau ngày bầu cử.
  Trong thời hạn 5 ngày kể từ ngày công bố kết quả, Người ứng cử có quyền khiếu nại kết quả.
  Hủy phiếu chậm nhất là 1 năm sau ngày bầu cử.

điều 7
  Nghỉ hằng tuần vào thứ bảy và chủ nhật.
  Giao phiếu chậm nhất là 3 ngày làm việc trước ngày bầu cử.

điều 8
  Thực hiện theo quy định tại Điều 5 tính từ ngày bầu cử bổ sung.
"""
